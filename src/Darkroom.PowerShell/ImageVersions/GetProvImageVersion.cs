using System.Management.Automation;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Completion;
using Darkroom.PowerShell.Filtering;

namespace Darkroom.PowerShell.ImageVersions;

/// <summary>Returns image versions, of one definition or of all.</summary>
/// <example>
/// List the versions of a definition.
/// <code>Get-ProvImageVersion -ImageDefinitionName office</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "ProvImageVersion")]
[OutputType(typeof(ImageVersion))]
public sealed class GetProvImageVersion : ListingCmdlet
{
    /// <summary>Only versions of the definition of this name; with wildcards, of all that match.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ImageDefinitionNames))]
    public string? ImageDefinitionName { get; set; }

    /// <summary>Only versions of this number.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNull]
    [NoFiles]
    public int? ImageVersionNumber { get; set; }

    /// <summary>Only the version with this uid.</summary>
    [Parameter]
    [ValidateNotNull]
    [NoFiles]
    public Guid? ImageVersionUid { get; set; }

    protected override void ProcessRecord() => Attempt(ImageVersionUid ?? (object?)ImageDefinitionName, () =>
    {
        var name = NamePattern.Of(ImageDefinitionName);
        bool Wanted(ImageVersion version) =>
            name?.Matches(version.ImageDefinitionName) != false && (ImageVersionNumber is null || version.ImageVersionNumber == ImageVersionNumber);

        if (ImageVersionUid is { } uid)
        {
            WriteOne(ct => Client.ImageVersions.GetAsync(uid, ct), version => new ImageVersion(version), Wanted);
        }
        else if (name is { IsName: true } && ImageVersionNumber is { } number)
        {
            WriteOne(
                ct => Client.ImageVersions.GetAsync(name.Name, number.ToString(System.Globalization.CultureInfo.InvariantCulture), ct),
                version => new ImageVersion(version),
                Wanted);
        }
        else if (name is { IsName: true })
        {
            WriteListing((size, token, ct) => Client.ImageVersions.ListAsync(name.Name, pageSize: size, pageToken: token, ct: ct), version => new ImageVersion(version));
        }
        else
        {
            WriteListing(
                (size, token, ct) => Client.ImageVersions.ListAllAsync(name?.ForServer, ImageVersionNumber, pageSize: size, pageToken: token, ct: ct),
                version => new ImageVersion(version),
                name is null ? null : Wanted);
        }
    });
}
