# Stand-ins for the commands of Windows that the preparation script calls. $World holds the facts, $Calls what was done.
function Get-CimInstance([string]$ClassName) {
    if (-not $World.Contains($ClassName)) { throw "Invalid class $ClassName" }
    [pscustomobject]$World[$ClassName]
}

function Get-ItemProperty([string]$Path, [string[]]$Name, [string]$ErrorAction) {
    if ($World.Registry.Contains($Path)) { foreach ($entry in $World.Registry[$Path]) { [pscustomobject]$entry } }
    elseif ($ErrorAction -ne 'SilentlyContinue' -and -not $Path.EndsWith('*')) { throw "Cannot find path '$Path' because it does not exist." }
}

function Get-NetIPInterface([string]$AddressFamily) {
    if ($World.InterfacesFail) { throw $World.InterfacesFail }
    foreach ($interface in $World.Interfaces) { [pscustomobject]$interface }
}

function Remove-NetRoute([int]$InterfaceIndex, [string]$DestinationPrefix, [switch]$Confirm, [string]$ErrorAction) {
    $Calls.Add("Remove-NetRoute $InterfaceIndex $DestinationPrefix")
    'noise that must not become an outcome'
}

function Set-NetIPInterface([int]$InterfaceIndex, [string]$AddressFamily, [string]$Dhcp) {
    $Calls.Add("Set-NetIPInterface $InterfaceIndex $AddressFamily $Dhcp")
}

function Set-DnsClientServerAddress([int]$InterfaceIndex, [switch]$ResetServerAddresses) {
    $Calls.Add("Set-DnsClientServerAddress $InterfaceIndex $ResetServerAddresses")
}

function cscript {
    $script = ([string]$args[1]).ToLowerInvariant()
    $Calls.Add("cscript $($args[0]) $([System.IO.Path]::GetFileName($args[1])) $($args[2])")
    $answer = $World.Rearm
    if ($script.EndsWith('ospp.vbs')) { $answer = $World.OfficeRearm }
    if ($answer.Throws) { throw $answer.Throws }
    $global:LASTEXITCODE = $answer.Code
    $answer.Text
}

function Stop-Computer([switch]$Force) {
    $Calls.Add("Stop-Computer $Force")
}
