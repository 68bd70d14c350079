using System.Globalization;
using System.Management.Automation;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Completion;
using Darkroom.PowerShell.Filtering;

namespace Darkroom.PowerShell.ImageVersionSpecs;

/// <summary>Returns master and prepared specs of image versions.</summary>
/// <example>
/// Show what was prepared of a definition.
/// <code>Get-ProvImageVersionSpec -ImageDefinitionName office | Where-Object IsPrepared -eq $true</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "ProvImageVersionSpec")]
[OutputType(typeof(ImageVersionSpec))]
public sealed class GetProvImageVersionSpec : ListingCmdlet
{
    /// <summary>Only the spec with this uid.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNull]
    [NoFiles]
    public Guid? ImageVersionSpecUid { get; set; }

    /// <summary>Only specs of the version with this uid.</summary>
    [Parameter]
    [ValidateNotNull]
    [NoFiles]
    public Guid? ImageVersionUid { get; set; }

    /// <summary>Only specs of versions of this number.</summary>
    [Parameter]
    [ValidateNotNull]
    [NoFiles]
    public int? ImageVersionNumber { get; set; }

    /// <summary>Only specs of the definition of this name; with wildcards, of all that match.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ImageDefinitionNames))]
    public string? ImageDefinitionName { get; set; }

    protected override void ProcessRecord() => Attempt(ImageVersionSpecUid ?? ImageVersionUid ?? (object?)ImageDefinitionName, () =>
    {
        var name = NamePattern.Of(ImageDefinitionName);
        bool Wanted(ImageVersionSpec spec) =>
            name?.Matches(spec.ImageDefinitionName) != false
            && (ImageVersionUid is null || spec.ImageVersionUid == ImageVersionUid)
            && (ImageVersionNumber is null || spec.ImageVersionNumber == ImageVersionNumber);

        if (ImageVersionSpecUid is { } uid)
        {
            WriteOne(ct => Client.ImageVersionSpecs.GetAsync(uid, ct), spec => new ImageVersionSpec(spec), Wanted);
        }
        else
        {
            WriteListing(
                async (size, token, ct) =>
                {
                    var page = await Client.ImageVersionSpecs.ListAsync(
                        name?.ForServer, ImageVersionUid, ImageVersionNumber, pageSize: size, pageToken: token, ct: ct).ConfigureAwait(false);

                    if (page.Items.Count == 0 && token is null)
                    {
                        await RequireParentAsync(name, ct).ConfigureAwait(false);
                    }

                    return page;
                },
                spec => new ImageVersionSpec(spec),
                name is null ? null : Wanted);
        }
    });

    /// <summary>A version or definition without specs isn't one that isn't there.</summary>
    private async Task RequireParentAsync(NamePattern? definition, CancellationToken ct)
    {
        if (ImageVersionUid is { } version)
        {
            await Client.ImageVersions.GetAsync(version, ct).ConfigureAwait(false);
        }

        if (definition is not { IsName: true })
        {
            return;
        }

        if (ImageVersionNumber is { } number)
        {
            await Client.ImageVersions.GetAsync(definition.Name, number.ToString(CultureInfo.InvariantCulture), ct).ConfigureAwait(false);
        }
        else
        {
            await Client.ImageDefinitions.GetAsync(definition.Name, ct).ConfigureAwait(false);
        }
    }
}
