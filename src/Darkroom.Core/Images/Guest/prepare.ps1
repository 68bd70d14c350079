# Darkroom's preparation script for Windows PowerShell 5.1: runs the steps, reports on the serial port, shuts down. It never stops on an
# error: a report with gaps says more than none. Where the facts come from is inferred; see docs/guest.md.
$DarkroomNonce = '{nonce}'
$DarkroomExcludedSteps = @({excludedSteps})
$DarkroomNoAutoShutdown = ${noAutoShutdown}

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

# What tells the facts, in one place.
$UninstallKeys = @(
    'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\*',
    'HKLM:\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall\*')
$AgentName = '*Virtual Delivery Agent*'
$McsIoName = '*MCS IO*'
$McsIoServiceKey = 'HKLM:\SYSTEM\CurrentControlSet\Services\CVhdMp'
$BuildKey = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
$SessionHostKey = 'HKLM:\SYSTEM\CurrentControlSet\Control\Terminal Server'
$CloudJoinKey = 'HKLM:\SYSTEM\CurrentControlSet\Control\CloudDomainJoin\JoinInfo\*'
$MultiSessionClientSku = 175
$RearmCountExceeded = '0xC004D307'
$OfficeFolders = @('Office16', 'Office15', 'Office14')
$MarkerFolder = [System.IO.Path]::Combine($env:ProgramData, 'Darkroom')
$Marker = [System.IO.Path]::Combine($MarkerFolder, 'prepared')

# The user data persists, so every boot comes here: a later one of the same preparation must not rearm, report or shut down again.
if ([System.IO.File]::Exists($Marker) -and [System.IO.File]::ReadAllText($Marker).Trim() -eq $DarkroomNonce) { return }

# Tests name a file in place of the serial port. The launch agent may hold the port for a moment, hence the attempts.
function Write-SerialLine([string]$Line) {
    for ($attempt = 1; $attempt -le 30; $attempt++) {
        try {
            if ($env:DARKROOM_SERIAL) {
                [System.IO.File]::AppendAllText($env:DARKROOM_SERIAL, $Line + "`r`n")
                return
            }
            $port = [System.IO.Ports.SerialPort]::new('COM1', 115200)
            try {
                $port.Open()
                $port.Write($Line + "`r`n")
            }
            finally { $port.Dispose() }
            return
        }
        catch { [System.Threading.Thread]::Sleep(1000) }
    }
}

function Write-Event([string]$Json) {
    Write-SerialLine "darkroom $DarkroomNonce $Json"
}

# A JSON string in ASCII: whatever isn't printable ASCII becomes \uXXXX.
function Get-JsonString([string]$Text) {
    $json = [System.Text.StringBuilder]::new()
    foreach ($char in $Text.ToCharArray()) {
        $code = [int]$char
        if ($code -eq 34 -or $code -eq 92) { $null = $json.Append('\').Append($char) }
        elseif ($code -lt 32 -or $code -gt 126) { $null = $json.Append('\u').Append($code.ToString('x4')) }
        else { $null = $json.Append($char) }
    }
    return '"' + $json.ToString() + '"'
}

# An action returns its outcome, and a detail if it has one.
function Invoke-Step([string]$Name, [scriptblock]$Action) {
    $detail = ''
    if ($DarkroomExcludedSteps -contains $Name) { $outcome = 'Excluded' }
    else {
        try {
            $result = @(& $Action)
            $outcome = [string]$result[0]
            if ($result.Count -gt 1) { $detail = [string]$result[1] }
        }
        catch {
            $outcome = 'Failed'
            $detail = $_.Exception.Message
        }
    }
    $json = '{"event":"step","name":"' + $Name + '","outcome":"' + $outcome + '"'
    $detail = ($detail -replace '\s+', ' ').Trim()
    if ($detail.Length -gt 200) { $detail = $detail.Substring(0, 200) }
    if ($detail) { $json += ',"detail":' + (Get-JsonString $detail) }
    Write-Event ($json + '}')
}

function Write-Fact([string]$Name, [object]$Otherwise, [scriptblock]$Read) {
    try { $value = & $Read } catch { $value = $Otherwise }
    if ($null -eq $value) { $value = $Otherwise }
    if ($value -is [bool]) { $json = ([string]$value).ToLowerInvariant() } else { $json = Get-JsonString ([string]$value) }
    Write-Event ('{"event":"fact","name":"' + $Name + '","value":' + $json + '}')
}

# Both rearm scripts print the error's code whatever the language of Windows.
function Invoke-Rearm([string]$Script) {
    $global:LASTEXITCODE = 0
    $text = @(cscript '//nologo' $Script '/rearm') -join ' '
    if ($text -match $RearmCountExceeded) { return 'CountExceeded', $text }
    if ($LASTEXITCODE -ne 0 -or $text -match '0x[0-9A-F]{8}') { return 'Failed', $text }
    return 'Done'
}

function Get-InstalledVersion([string]$Name) {
    foreach ($key in $UninstallKeys) {
        # Reading these two values only: a damaged value of another name would end the whole listing.
        foreach ($entry in @(Get-ItemProperty -Path $key -Name DisplayName, DisplayVersion -ErrorAction SilentlyContinue)) {
            if ($entry.DisplayName -like $Name) { return [string]$entry.DisplayVersion }
        }
    }
    return $null
}

Write-Event '{"event":"begin","script":1,"os":"Windows"}'

Invoke-Step 'EnableDHCP' {
    $static = 0
    foreach ($interface in @(Get-NetIPInterface -AddressFamily IPv4)) {
        if ($interface.InterfaceAlias -like 'Loopback*' -or $interface.Dhcp -ne 'Disabled') { continue }
        $static++
        $null = Remove-NetRoute -InterfaceIndex $interface.ifIndex -DestinationPrefix '0.0.0.0/0' -Confirm:$false -ErrorAction SilentlyContinue
        $null = Set-NetIPInterface -InterfaceIndex $interface.ifIndex -AddressFamily IPv4 -Dhcp Enabled
        $null = Set-DnsClientServerAddress -InterfaceIndex $interface.ifIndex -ResetServerAddresses
    }
    'Done'
    if ($static -gt 0) { "Interfaces that had a static address: $static." }
}

Invoke-Step 'OsRearm' {
    Invoke-Rearm ([System.IO.Path]::Combine($env:SystemRoot, 'System32', 'slmgr.vbs'))
}

Invoke-Step 'OfficeRearm' {
    foreach ($programs in @($env:ProgramFiles, ${env:ProgramFiles(x86)})) {
        foreach ($folder in $OfficeFolders) {
            if (-not $programs) { continue }
            $script = [System.IO.Path]::Combine($programs, 'Microsoft Office', $folder, 'OSPP.VBS')
            if ([System.IO.File]::Exists($script)) { return Invoke-Rearm $script }
        }
    }
    'NotApplicable'
}

Write-Fact 'OperatingSystem' '' { (Get-CimInstance -ClassName Win32_OperatingSystem).Caption }

Write-Fact 'OsBuild' '' {
    $build = Get-ItemProperty -Path $BuildKey
    "$($build.CurrentBuildNumber).$($build.UBR)"
}

Write-Fact 'AgentVersion' '' { Get-InstalledVersion $AgentName }

Write-Fact 'MCSIO' $false {
    $null -ne (Get-InstalledVersion $McsIoName) -or $null -ne (Get-ItemProperty -Path $McsIoServiceKey -ErrorAction SilentlyContinue)
}

Write-Fact 'SessionSupport' 'Unknown' {
    $system = Get-CimInstance -ClassName Win32_OperatingSystem
    # 1 is a client; a server serves many only with the session host role, which sets TSAppCompat.
    if ($system.ProductType -eq 1) { $multi = $system.OperatingSystemSKU -eq $MultiSessionClientSku }
    else { $multi = (Get-ItemProperty -Path $SessionHostKey).TSAppCompat -eq 1 }
    if ($multi) { 'MultiSession' } else { 'SingleSession' }
}

Write-Fact 'IdentityJoinStatus' 'Unknown' {
    $domain = [bool](Get-CimInstance -ClassName Win32_ComputerSystem).PartOfDomain
    $cloud = @(Get-ItemProperty -Path $CloudJoinKey -Name TenantId -ErrorAction SilentlyContinue).Count -gt 0
    if ($domain -and $cloud) { 'HybridAzureAD' } elseif ($domain) { 'ActiveDirectory' } elseif ($cloud) { 'AzureAD' } else { 'None' }
}

try {
    $null = [System.IO.Directory]::CreateDirectory($MarkerFolder)
    [System.IO.File]::WriteAllText($Marker, $DarkroomNonce)
}
catch { $null = $_ }

Write-Event '{"event":"end"}'
if (-not $DarkroomNoAutoShutdown) { Stop-Computer -Force }
