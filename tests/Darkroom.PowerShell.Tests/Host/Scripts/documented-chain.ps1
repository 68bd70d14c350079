# Prepares an image as documented. The last line shares it to the unit that it was prepared in, which is an error that ends nothing. $CustomProperties isn't set, as in the original.
param($Module, $Url, $Token)
$ErrorActionPreference = 'Stop'
Import-Module $Module
$null = Get-ProvImageDefinition -AdminAddress $Url -BearerToken $Token -MaxRecordCount 0

$hostingunit = Get-Item XDHyp:\HostingUnits\wsc
$names = Test-ProvImageDefinitionNameAvailable -ImageDefinitionName image1, image2
$definition = New-ProvImageDefinition -ImageDefinitionName image1 -OsType Windows -VdaSessionSupport MultiSession
$connection = Add-ProvImageDefinitionConnection -ImageDefinitionName image1 -HypervisorConnectionName wsc -CustomProperties $CustomProperties
$imageVersion = New-ProvImageVersion -ImageDefinitionName image1 -Description "version 1"
$SourceImageVersionSpec = Add-ProvImageVersionSpec -ImageVersionUid $imageVersion.ImageVersionUid -HostingUnitUid $hostingunit.HostingUnitUid -MasterImagePath "XDHyp:\HostingUnits\wsc\win10-2411-ami (ami-00123456789abcdef).template"
$task = New-ProvImageVersionSpec -MachineProfile 'XDHyp:\HostingUnits\wsc\w2022-2411 (lt-00123456789abcdef).launchtemplate\lt-00123456789abcdef (1).launchtemplateversion' -SourceImageVersionSpecUid $SourceImageVersionSpec.ImageVersionSpecUid
$PreparedImageVersionSpec = Get-ProvImageVersionSpec -ImageVersionUid $imageVersion.ImageVersionUid | Where SourceImageVersionSpecUid -eq $SourceImageVersionSpec.ImageVersionSpecUid
$ErrorActionPreference = 'Continue'
$refused = Add-ProvImageVersionSpecHostingUnit -ImageVersionSpecUid $PreparedImageVersionSpec.ImageVersionSpecUid -HostingUnitName wsc 2>&1

"names $($names.Name -join ',') $($names.Available -join ',')"
"definition $($definition.ImageDefinitionName), connected $($connection.HypervisorConnectionUid -eq $hostingunit.HypervisorConnection.HypervisorConnectionUid)"
"version $($imageVersion.ImageVersionNumber)"
"task $($task.TaskState)"
"spec $($PreparedImageVersionSpec.ImageVersionSpecStatus), of the task $($PreparedImageVersionSpec.ImageVersionSpecUid -eq $task.ImageVersionSpecUid)"
"shared $($refused.FullyQualifiedErrorId)"
