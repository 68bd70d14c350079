# Prepares and shares an image, and takes everything down again in the documented order: shares, prepared specs, master specs, versions, connections, definition.
param($Module, $Url, $Token)
$ErrorActionPreference = 'Stop'
Import-Module $Module
$null = Get-ProvImageDefinition -AdminAddress $Url -BearerToken $Token -MaxRecordCount 0

$null = New-Item -Path XDHyp:\HostingUnits\wsc-b -HypervisorConnectionName wsc -RootPath 'XDHyp:\Connections\wsc\Default VPC.virtualprivatecloud' `
    -NetworkPath (Get-ChildItem 'XDHyp:\Connections\wsc\Default VPC.virtualprivatecloud\us-east-1b.availabilityzone' | Select-Object -First 1).FullPath
$null = New-ProvImageDefinition -ImageDefinitionName image1 -OsType Windows -VdaSessionSupport MultiSession
$null = Add-ProvImageDefinitionConnection -ImageDefinitionName image1 -HypervisorConnectionName wsc
$null = New-ProvImageVersion -ImageDefinitionName image1
$master = Add-ProvImageVersionSpec -ImageDefinitionName image1 -HostingUnitName wsc -MasterImagePath 'XDHyp:\HostingUnits\wsc\win10-2411-ami (ami-00123456789abcdef).template'
$task = New-ProvImageVersionSpec -MachineProfile 'XDHyp:\HostingUnits\wsc\w2022-2411 (lt-00123456789abcdef).launchtemplate\lt-00123456789abcdef (1).launchtemplateversion' -SourceImageVersionSpecUid $master.ImageVersionSpecUid
$null = Add-ProvImageVersionSpecHostingUnit -ImageVersionSpecUid $task.ImageVersionSpecUid -HostingUnitName wsc-b

$specs = Get-ProvImageVersionSpec -ImageDefinitionName image1
$prepared = $specs | Where-Object IsPrepared -eq $true
$shares = $prepared.HostingUnits | Where-Object IsPrimary -eq $false
"shares $($shares.HostingUnitName)"
$refused = Get-ProvImageVersion -ImageDefinitionName image1 | Remove-ProvImageVersion -ErrorAction Continue 2>&1
"still used $($refused.FullyQualifiedErrorId.Split(',')[0])"

$unshared = $shares | ForEach-Object { Remove-ProvImageVersionSpecHostingUnit -ImageVersionSpecUid $_.ImageVersionSpecUid -HostingUnitUid $_.HostingUnitUid }
"unshared $($unshared.TaskState)"
$removed = $specs | Where-Object IsPrepared -eq $true | Remove-ProvImageVersionSpec
"prepared $($removed.TaskState)"
$removed = $specs | Where-Object IsPrepared -eq $false | Remove-ProvImageVersionSpec
"master $($removed.TaskState)"
"specs $(@(Get-ProvImageVersionSpec -ImageDefinitionName image1).Count)"
Get-ProvImageVersion -ImageDefinitionName image1 | Remove-ProvImageVersion
"versions $(@(Get-ProvImageVersion -ImageDefinitionName image1).Count)"
foreach ($connection in (Get-ProvImageDefinition -ImageDefinitionName image1).Connections) {
    Remove-ProvImageDefinitionConnection -ImageDefinitionUid $connection.ImageDefinitionUid -HypervisorConnectionUid $connection.HypervisorConnectionUid
}
"connections $(@((Get-ProvImageDefinition -ImageDefinitionName image1).Connections).Count)"
Remove-ProvImageDefinition -ImageDefinitionName image1
"definitions $(@(Get-ProvImageDefinition -ImageDefinitionName image*).Count)"
