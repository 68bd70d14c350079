# What only a full PowerShell shows: tables, the tabulator, and errors of its own item commands.
param($Module, $Url, $Token)
$ErrorActionPreference = 'Stop'
Import-Module $Module
$null = Get-ProvImageDefinition -AdminAddress $Url -BearerToken $Token -MaxRecordCount 0
$PSStyle.OutputRendering = 'PlainText'
function Show-Table($Name, $Objects) {
    $lines = @(($Objects | Format-Table | Out-String -Width 120) -split '\r?\n' | Where-Object { $_ })
    "$Name $(-split $lines[0] -join ','), fits $(-not ($lines -match '…'))"
}

$vpc = 'XDHyp:\Connections\wsc\Default VPC.virtualprivatecloud'
$typed = "New-Item XDHyp:\HostingUnits\completed -RootPath '$vpc' -NetworkPath '$vpc\us-east-1a.availabilityzone\192.168.0"
$subnet = [Management.Automation.CommandCompletion]::CompleteInput($typed, $typed.Length, $null).CompletionMatches[0].CompletionText
"completed $((Invoke-Expression "New-Item XDHyp:\HostingUnits\completed -RootPath '$vpc' -NetworkPath $subnet").HostingUnitName)"

$null = New-ProvImageDefinition screen -OsType Windows -VDASessionSupport MultiSession
$null = Add-ProvImageDefinitionConnection screen wsc
$null = New-ProvImageVersion screen
$master = Add-ProvImageVersionSpec -ImageDefinitionName screen -HostingUnitName wsc -MasterImagePath 'win10-2411-ami (ami-00123456789abcdef).template'
$profile = 'w2022-2411 (lt-00123456789abcdef).launchtemplate/lt-00123456789abcdef (1).launchtemplateversion'
$task = New-ProvImageVersionSpec -SourceImageVersionSpecUid $master.ImageVersionSpecUid -MachineProfile $profile -WarningAction Ignore
Show-Table tasks (Get-ProvTask)
Show-Table scheme (Get-ProvImageVersionSpec $task.ImageVersionSpecUid).ImageScheme
Show-Table settings (Get-ProvServiceConfigurationData)
Show-Table connections (Get-ChildItem XDHyp:\Connections)
Show-Table units (Get-ChildItem XDHyp:\HostingUnits)
Remove-Item XDHyp:\HostingUnits\completed
try { Get-Item XDHyp:\Connections\* -AdminAddress 127.0.0.1:1 -BearerToken any } catch { "unreachable $($_.FullyQualifiedErrorId)" }
