; command.asm - a guest that does what it is told over its serial port.
;
; A boot sector for a PC of machine type "pc": no operating system, 16-bit real
; mode, runs in any amount of memory. The firmware loads it from BIOS disk 0x80.
; It says '!' on COM1 when it is ready, then obeys one command byte at a time.
; Every command byte it knows is sent back before it is carried out:
;
;   ?  nothing: the answer tells that the guest is alive
;   c  set the clock one hour ahead (23 wraps to 0)     -> RTC_CHANGE
;   w  start the ib700 watchdog, 2 seconds              -> WATCHDOG
;   d  stop the ib700 watchdog
;   W  write sector 1 of BIOS disk 0x81                 -> BLOCK_IO_ERROR, if
;   R  read  sector 1 of BIOS disk 0x81                    that disk is broken
;   r  reset the machine (keyboard controller)          -> RESET
;   p  power off (ACPI)                                 -> SHUTDOWN
;   h  halt for ever, deaf to everything
;
; W and R then say '+' for success or '-' for failure; other bytes are ignored.
; While it waits it looks at the ACPI power button; a press powers it off.

        bits    16
        org     0x7c00

COM1            equ 0x3f8               ; 16550 UART: data register
COM1_IER        equ COM1 + 1            ; interrupt enable; divisor, high byte
COM1_LCR        equ COM1 + 3            ; line control
COM1_LSR        equ COM1 + 5            ; line status
LSR_RECEIVED    equ 0x01
LSR_CAN_SEND    equ 0x20

CMOS_INDEX      equ 0x70                ; MC146818 clock
CMOS_DATA       equ 0x71
RTC_HOURS       equ 0x04
RTC_B           equ 0x0b
RTC_B_24H       equ 0x02                ; 24 hours, BCD: what the firmware uses
RTC_B_SET       equ 0x80                ; clock stands still while it is set

WDT_STOP        equ 0x441               ; ib700: any write
WDT_START       equ 0x443               ; ib700: value v is (15 - v) * 2 seconds
WDT_2_SECONDS   equ 14

KBC_COMMAND     equ 0x64
KBC_RESET       equ 0xfe

; The firmware places the PIIX4 power management block of "pc" at 0x600.
PM1_STATUS      equ 0x600
PM1_ENABLE      equ 0x602
PM1_CONTROL     equ 0x604
PM1_BUTTON      equ 0x0100              ; same bit in status and enable
PM1_SOFT_OFF    equ 0x2000              ; SLP_EN with SLP_TYP of S5
SMI_COMMAND     equ 0xb2
SMI_ACPI_ON     equ 0xf1                ; as the ACPI table FADT says

DATA_DISK       equ 0x81
BUFFER          equ 0x8000

start:
        jmp     0:.here                 ; some firmware uses 07c0:0000
.here:
        xor     ax, ax
        mov     ds, ax
        mov     es, ax
        mov     ss, ax
        mov     sp, start
        cld
        sti

        mov     dx, COM1_LCR            ; 115200 baud, 8 bits, no parity
        mov     al, 0x80
        out     dx, al
        mov     dx, COM1
        mov     al, 1
        out     dx, al
        mov     dx, COM1_IER
        xor     al, al
        out     dx, al
        mov     dx, COM1_LCR
        mov     al, 3
        out     dx, al

        mov     al, SMI_ACPI_ON         ; from now on a press of the button
        out     SMI_COMMAND, al         ; is ours to see
        mov     dx, PM1_ENABLE
        mov     ax, PM1_BUTTON
        out     dx, ax

        mov     al, '!'
        call    send

wait_for_work:
        mov     dx, PM1_STATUS
        in      ax, dx
        test    ax, PM1_BUTTON
        jnz     power_off
        mov     dx, COM1_LSR
        in      al, dx
        test    al, LSR_RECEIVED
        jnz     receive
        hlt                             ; the timer wakes us 18 times a second
        jmp     wait_for_work

receive:
        mov     dx, COM1
        in      al, dx
        mov     si, commands
.next:
        cmp     byte [si], 0
        je      wait_for_work
        cmp     al, [si]
        je      .found
        add     si, 3
        jmp     .next
.found:
        call    send
        call    [si + 1]
        jmp     wait_for_work

commands:                               ; byte, routine
        db      '?'
        dw      nothing
        db      'c'
        dw      clock_ahead
        db      'w'
        dw      watchdog_start
        db      'd'
        dw      watchdog_stop
        db      'W'
        dw      disk_write
        db      'R'
        dw      disk_read
        db      'r'
        dw      reset
        db      'p'
        dw      power_off
        db      'h'
        dw      halt
        db      0

clock_ahead:
        mov     ah, RTC_B_24H | RTC_B_SET
        mov     al, RTC_B
        call    cmos_write
        mov     al, RTC_HOURS
        out     CMOS_INDEX, al
        in      al, CMOS_DATA
        add     al, 1
        daa
        cmp     al, 0x24
        jb      .same_day
        xor     al, al
.same_day:
        mov     ah, al
        mov     al, RTC_HOURS
        call    cmos_write
        mov     ah, RTC_B_24H
        mov     al, RTC_B
cmos_write:                             ; register al := ah
        out     CMOS_INDEX, al
        mov     al, ah
        out     CMOS_DATA, al
nothing:
        ret

watchdog_start:
        mov     dx, WDT_START
        mov     al, WDT_2_SECONDS
        out     dx, al
        ret

watchdog_stop:
        mov     dx, WDT_STOP
        out     dx, al
        ret

disk_write:
        mov     ax, 0x4300              ; INT 13h extended write, no verify
        jmp     disk_transfer
disk_read:
        mov     ah, 0x42                ; INT 13h extended read
disk_transfer:
        mov     dl, DATA_DISK
        mov     si, packet
        int     0x13
        mov     al, '+'
        jnc     send
        mov     al, '-'
                                        ; falls into send
send:                                   ; al -> COM1
        push    ax
        mov     dx, COM1_LSR
.busy:
        in      al, dx
        test    al, LSR_CAN_SEND
        jz      .busy
        pop     ax
        mov     dx, COM1
        out     dx, al
        ret

reset:
        mov     al, KBC_RESET
        out     KBC_COMMAND, al
        jmp     halt

power_off:
        mov     dx, PM1_CONTROL
        mov     ax, PM1_SOFT_OFF
        out     dx, ax
halt:
        cli
        hlt
        jmp     halt

packet:                                 ; INT 13h disk address packet
        db      16, 0
        dw      1                       ; sectors
        dw      BUFFER, 0               ; offset, segment
        dq      1                       ; first sector

        times   510 - ($ - $$) db 0
        dw      0xaa55
