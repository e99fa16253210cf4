; agent.asm - a guest in which a guest agent seems to run.
;
; A boot sector: it opens ports 1 and 2 of the virtio serial device, as the
; driver of a system with programs at them would, then halts with interrupts off.
; What is said through a port is up to who is at its other end, on the host.

        bits    16
        org     0x7c00

VENDOR          equ 0x1af4
DEVICE          equ 0x1003              ; virtio serial, in its old form too
PCI_COMMAND     equ 0x04
PCI_BAR0        equ 0x10
PCI_ALL_ON      equ 0x0007              ; ports, memory, bus master

; Registers of the old form, from the device's first port on.
FEATURES        equ 0x04                ; those that the guest takes
QUEUE_PAGE      equ 0x08
QUEUE_SELECT    equ 0x0e
QUEUE_NOTIFY    equ 0x10
STATUS          equ 0x12
MULTIPORT       equ 0x02
ACKNOWLEDGED    equ 0x01
DRIVER          equ 0x02
DRIVER_OK       equ 0x04
CONTROL_OUT     equ 3                   ; the queue for messages to the device

QUEUE_SEGMENT   equ 0x1000
QUEUE_SIZE      equ 32
AVAILABLE       equ QUEUE_SIZE * 16     ; behind the descriptors

start:
        jmp     0:.here                 ; some firmware uses 07c0:0000
.here:
        xor     ax, ax
        mov     ds, ax
        mov     ss, ax
        mov     sp, start
        cld

        mov     ax, 0xb102              ; PCI BIOS: where is the device?
        mov     cx, DEVICE
        mov     dx, VENDOR
        xor     si, si
        int     0x1a
        jc      halt
        mov     ax, 0xb10c
        mov     di, PCI_COMMAND
        mov     cx, PCI_ALL_ON
        int     0x1a
        mov     ax, 0xb10a
        mov     di, PCI_BAR0
        int     0x1a
        and     cl, 0xfc
        mov     si, cx                  ; si: its first port

        mov     al, ACKNOWLEDGED | DRIVER
        call    set_status
        lea     dx, [si + FEATURES]
        mov     eax, MULTIPORT
        out     dx, eax
        lea     dx, [si + QUEUE_SELECT]
        mov     ax, CONTROL_OUT
        out     dx, ax
        call    fill_queue
        lea     dx, [si + QUEUE_PAGE]
        mov     eax, QUEUE_SEGMENT >> 8
        out     dx, eax
        mov     al, ACKNOWLEDGED | DRIVER | DRIVER_OK
        call    set_status
        lea     dx, [si + QUEUE_NOTIFY]
        mov     ax, CONTROL_OUT
        out     dx, ax
halt:
        cli
        hlt
        jmp     halt

set_status:
        lea     dx, [si + STATUS]
        out     dx, al
        ret

fill_queue:                             ; a descriptor for every message
        mov     ax, QUEUE_SEGMENT
        mov     es, ax
        xor     di, di
        mov     cx, 4096
        xor     ax, ax
        rep     stosw
        xor     di, di
        mov     bx, AVAILABLE + 4
        mov     ax, messages
        xor     cx, cx
.next:
        mov     [es:di], ax             ; address
        mov     word [es:di + 8], 8     ; length
        mov     [es:bx], cx             ; its number, in the list of what is ready
        add     ax, 8
        add     di, 16
        add     bx, 2
        inc     cx
        cmp     ax, messages.end
        jb      .next
        mov     [es:AVAILABLE + 2], cx
        ret

%macro message 3                        ; port, event, value
        dd      %1
        dw      %2, %3
%endmacro
messages:
        message 0, 0, 1                 ; the driver is ready
        message 1, 3, 1                 ; so is port 1,
        message 1, 6, 1                 ; which somebody has opened
        message 2, 3, 1
        message 2, 6, 1
.end:

        times   510 - ($ - $$) db 0
        dw      0xaa55
