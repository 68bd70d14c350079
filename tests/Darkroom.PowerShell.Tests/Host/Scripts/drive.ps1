# Goes about the drive: looks, makes, changes, renames and removes.
param($Module, $Url, $Token)
$ErrorActionPreference = 'Stop'
Import-Module $Module
$null = Get-ProvImageDefinition -AdminAddress $Url -BearerToken $Token -MaxRecordCount 0

"roots $((Get-ChildItem XDHyp:\ | Select-Object -ExpandProperty Name) -join ',')"
"unit $((Get-Item XDHyp:/hostingunits/WSC).HostingUnitName)"
$unit = Get-Item XDHyp:\HostingUnits\wsc
$zone = "$($unit.RootPath)\$($unit.AvailabilityZones[0].AvailabilityZoneId).availabilityzone"
"subnets $(@(Get-ChildItem $zone | Where-Object ObjectTypeName -eq network).Count -gt 0)"
"image $((Get-Item XDHyp:\HostingUnits\wsc\win10-2411-*.template | Where-Object Id -eq ami-00123456789abcdef).Id)"
"by uid $(Test-Path "XDHyp:\HostingUnits\{$($unit.HostingUnitUid)}"), unknown $(Test-Path XDHyp:\HostingUnits\nowhere)"
Set-Location XDHyp:\HostingUnits\wsc
"here $(Test-Path '.\win10-2411-ami (ami-00123456789abcdef).template')"
Set-Location $PSScriptRoot

$made = New-Item -Path XDHyp:\Connections\main -ConnectionType Custom -PluginId AmazonWorkSpacesCoreMachineManagerFactory -Persist `
    -HypervisorAddress https://workspaces-instances.us-east-1.api.aws -UserName role_based_auth -SecurePassword role_based_auth
"made $($made.HypervisorConnectionName)"
Set-Item XDHyp:\Connections\main -MaintenanceMode $true
"maintenance $((Get-Item XDHyp:\Connections\main).MaintenanceMode)"
Rename-Item XDHyp:\Connections\main -NewName other
"renamed $(Test-Path XDHyp:\Connections\other), left $(Test-Path XDHyp:\Connections\main)"
Remove-Item -LiteralPath XDHyp:\Connections\other
"removed $(-not (Test-Path XDHyp:\Connections\other))"
