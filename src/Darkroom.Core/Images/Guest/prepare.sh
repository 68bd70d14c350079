#!/bin/sh
# Darkroom's preparation script for Linux: runs the steps, reports on the serial port, shuts down. It never stops on an error: a report with
# gaps says more than none. Where the facts come from is inferred; see docs/guest.md.
DARKROOM_NONCE='{nonce}'
DARKROOM_EXCLUDED_STEPS='{excludedSteps}'
DARKROOM_NO_AUTO_SHUTDOWN='{noAutoShutdown}'

# Tests set these: a folder in place of /, a file in place of the serial port.
root=${DARKROOM_ROOT:-}
serial=${DARKROOM_SERIAL:-}

# What tells the facts, in one place.
os_release=$root/etc/os-release
agent_rpm=XenDesktopVDA
agent_deb=xendesktopvda
agent_mcs_conf=$root/etc/xdl/mcs/mcs.conf
agent_mcs_deploy=$root/opt/Citrix/VDA/sbin/deploymcs.sh
keytab=$root/etc/krb5.keytab
marker=$root/var/lib/darkroom/prepared

PATH=$PATH:/usr/sbin:/usr/bin:/sbin:/bin
export PATH

# A later boot of the same preparation must not rearm, report or shut down again.
[ "$(cat "$marker" 2>/dev/null)" = "$DARKROOM_NONCE" ] && exit 0

if [ -z "$serial" ]; then
    serial=/dev/console
    [ -w /dev/ttyS0 ] && serial=/dev/ttyS0
    # Without this, opening the port can wait for a carrier that never comes.
    stty -F "$serial" clocal 2>/dev/null
fi

say() {
    line="darkroom $DARKROOM_NONCE $1"
    { printf '%s\n' "$line" >>"$serial"; } 2>/dev/null || { printf '%s\n' "$line" >/dev/console; } 2>/dev/null
}

# A JSON string in ASCII: whatever isn't printable ASCII becomes \uXXXX, bytes that aren't UTF-8 become U+FFFD.
json() {
    printf '%s' "$1" | LC_ALL=C od -An -v -tu1 | LC_ALL=C awk '
        function put(c) {
            if (c == 34 || c == 92) printf "\\%c", c
            else if (c >= 32 && c < 127) printf "%c", c
            else if (c < 65536) printf "\\u%04x", c
            else { c -= 65536; printf "\\u%04x\\u%04x", 55296 + int(c / 1024), 56320 + c % 1024 }
        }
        function broken() { if (more > 0) put(65533); more = 0 }
        function byte(b) {
            if (b >= 128 && b < 192) {
                if (more == 0) { put(65533); return }
                code = code * 64 + b - 128
                if (--more == 0) put(code < least || code > 1114111 || (code >= 55296 && code < 57344) ? 65533 : code)
                return
            }
            broken()
            if (b < 128) put(b)
            else if (b < 224) { more = 1; code = b - 192; least = 128 }
            else if (b < 240) { more = 2; code = b - 224; least = 2048 }
            else if (b < 248) { more = 3; code = b - 240; least = 65536 }
            else put(65533)
        }
        BEGIN { printf "\"" }
        { for (i = 1; i <= NF; i++) byte($i + 0) }
        END { broken(); printf "\"" }'
}

# Runs a step in a shell of its own: 0 is Done, 2 NotApplicable, anything else Failed; what it prints is the detail.
step() {
    case " $DARKROOM_EXCLUDED_STEPS " in
        *" $1 "*) outcome=Excluded; detail= ;;
        *)
            detail=$("$2" 2>&1)
            case $? in
                0) outcome=Done ;;
                2) outcome=NotApplicable ;;
                *) outcome=Failed ;;
            esac
            detail=$(printf '%s' "$detail" | tr -s '[:space:]' ' ' | cut -c 1-200) ;;
    esac
    if [ -n "$detail" ]; then
        say "{\"event\":\"step\",\"name\":\"$1\",\"outcome\":\"$outcome\",\"detail\":$(json "$detail")}"
    else
        say "{\"event\":\"step\",\"name\":\"$1\",\"outcome\":\"$outcome\"}"
    fi
}

fact() {
    say "{\"event\":\"fact\",\"name\":\"$1\",\"value\":$2}"
}

dhcp_networkmanager() {
    command -v nmcli >/dev/null 2>&1 || return 2
    connections=$(nmcli -g UUID,TYPE connection show) || return 1
    for connection in $connections; do
        case $connection in
            *:802-3-ethernet)
                nmcli connection modify "${connection%%:*}" ipv4.method auto ipv4.addresses '' ipv4.gateway '' ipv4.dns '' || return 1 ;;
        esac
    done
}

dhcp_ifcfg() {
    result=2
    for file in "$root"/etc/sysconfig/network-scripts/ifcfg-*; do
        case $file in *'ifcfg-*' | *ifcfg-lo) continue ;; esac
        kept=$(grep -v -E '^(BOOTPROTO|IPADDR|PREFIX|NETMASK|GATEWAY|DNS)[0-9]*=' "$file")
        printf '%s\nBOOTPROTO=dhcp\n' "$kept" >"$file" || return 1
        result=0
    done
    return $result
}

dhcp_netplan() {
    result=2
    for file in "$root"/etc/netplan/*.yaml; do
        [ -f "$file" ] || continue
        result=0
        # Netplan adds the addresses of all its files up, so a file with a static one has to go.
        grep -q 'addresses:' "$file" || continue
        mv "$file" "$file.before-darkroom" || return 1
        static=yes
    done
    [ -z "$static" ] || printf 'network:\n  version: 2\n  ethernets:\n    all:\n      match: {name: "e*"}\n      dhcp4: true\n' \
        >"$root/etc/netplan/60-darkroom.yaml" || return 1
    return $result
}

enable_dhcp() {
    applied=
    static=
    for way in dhcp_networkmanager dhcp_ifcfg dhcp_netplan; do
        $way
        case $? in
            0) applied=yes ;;
            2) ;;
            *) return 1 ;;
        esac
    done
    [ -n "$applied" ] && return 0
    echo 'No network configuration that this script knows.'
    return 2
}

not_applicable() {
    return 2
}

operating_system() {
    (. "$os_release" && printf '%s' "$PRETTY_NAME") 2>/dev/null
}

agent_version() {
    version=$(rpm -q --qf '%{VERSION}' "$agent_rpm" 2>/dev/null) || version=$(dpkg-query -W -f '${Version}' "$agent_deb" 2>/dev/null) || version=
    printf '%s' "${version%%-*}"
}

mcs_io() {
    if [ -f "$agent_mcs_conf" ] && [ -f "$agent_mcs_deploy" ]; then printf true; else printf false; fi
}

session_support() {
    case $(sed -n 's/^[[:space:]]*VDI_MODE="\{0,1\}\([A-Za-z]\).*/\1/p' "$agent_mcs_conf" 2>/dev/null | tail -n 1) in
        [Yy]) printf SingleSession ;;
        [Nn]) printf MultiSession ;;
        *) printf Unknown ;;
    esac
}

identity_join_status() {
    if [ -s "$keytab" ]; then printf ActiveDirectory; else printf None; fi
}

say '{"event":"begin","script":1,"os":"Linux"}'
step EnableDHCP enable_dhcp
step OsRearm not_applicable
step OfficeRearm not_applicable
fact OperatingSystem "$(json "$(operating_system)")"
fact OsBuild "$(json "$(uname -r 2>/dev/null)")"
fact AgentVersion "$(json "$(agent_version)")"
fact MCSIO "$(mcs_io)"
fact SessionSupport "$(json "$(session_support)")"
fact IdentityJoinStatus "$(json "$(identity_join_status)")"
{ mkdir -p "${marker%/*}" && printf '%s\n' "$DARKROOM_NONCE" >"$marker"; } 2>/dev/null
say '{"event":"end"}'
sync
[ "$DARKROOM_NO_AUTO_SHUTDOWN" = true ] || shutdown -h now || poweroff
exit 0
