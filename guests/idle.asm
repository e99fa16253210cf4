; idle.asm - a guest that does nothing and ignores everything.
;
; A boot sector: it halts with interrupts off, so neither serial input nor the
; ACPI power button has an effect. Only the host can end it.

        bits    16
        org     0x7c00

start:
        cli
        hlt
        jmp     start

        times   510 - ($ - $$) db 0
        dw      0xaa55
