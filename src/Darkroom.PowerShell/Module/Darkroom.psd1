@{
    RootModule = 'Darkroom.PowerShell.dll'
    ModuleVersion = '0.1.0'
    GUID = '6183f817-7b14-4225-a674-af7141256424'
    Author = 'Darkroom'
    Description = 'Golden images for desktop fleets on Amazon WorkSpaces Core: image definitions, their versions and preparations.'
    PowerShellVersion = '7.4'
    CompatiblePSEditions = @('Core')
    FormatsToProcess = @('Darkroom.Broker.format.ps1xml', 'Darkroom.Drive.format.ps1xml', 'Darkroom.Images.format.ps1xml', 'Darkroom.Tasks.format.ps1xml')
    FunctionsToExport = @()
    AliasesToExport = @('asnp', 'gsnp')
    VariablesToExport = @()
    CmdletsToExport = @(
        'Add-PSSnapin'
        'Add-ProvImageDefinitionConnection'
        'Add-ProvImageVersionSpec'
        'Add-ProvTaskMetadata'
        'Get-BrokerHypervisorConnection'
        'Get-ConfigZone'
        'Get-PSSnapin'
        'Get-ProvImageDefinition'
        'Get-ProvImageVersion'
        'Get-ProvImageVersionSpec'
        'Get-ProvServiceConfigurationData'
        'Get-ProvTask'
        'New-BrokerHypervisorConnection'
        'New-ProvImageDefinition'
        'New-ProvImageVersion'
        'New-ProvImageVersionSpec'
        'Remove-BrokerHypervisorConnection'
        'Remove-ProvServiceConfigurationData'
        'Remove-ProvTask'
        'Remove-ProvTaskMetadata'
        'Rename-ProvImageDefinition'
        'Set-ProvImageDefinition'
        'Set-ProvImageVersion'
        'Set-ProvServiceConfigurationData'
        'Set-ProvTaskMetadata'
        'Stop-ProvTask'
        'Test-ProvImageDefinitionNameAvailable'
    )
}
