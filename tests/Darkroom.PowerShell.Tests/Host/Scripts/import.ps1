# Imports the module, once more by force, and removes it.
param($Module, $Url, $Token)
$ErrorActionPreference = 'Stop'
function Find-Drive { @($ExecutionContext.SessionState.Drive.GetAll() | Where-Object Name -eq XDHyp).Count }

$watch = [Diagnostics.Stopwatch]::StartNew()
Import-Module $Module
"took $($watch.ElapsedMilliseconds) ms"
"imported $(@(Get-Module Darkroom).Count), drives $(Find-Drive)"
Import-Module $Module -Force
"again $(@(Get-Module Darkroom).Count), drives $(Find-Drive)"
$null = Get-ProvImageDefinition -AdminAddress $Url -BearerToken $Token -MaxRecordCount 0
"answers $(Test-Path XDHyp:\HostingUnits\wsc)"
Remove-Module Darkroom
"removed $(@(Get-Module Darkroom).Count), drives $(Find-Drive), cmdlets $(@(Get-Command Get-ProvTask -ErrorAction Ignore -Module Darkroom).Count)"
Import-Module $Module
"back $(Test-Path XDHyp:\)"
