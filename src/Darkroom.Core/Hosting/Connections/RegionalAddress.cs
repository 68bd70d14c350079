using System.Text.RegularExpressions;
using Darkroom.Core.Errors;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Hosting;

/// <summary>The address of WorkSpaces Instances in a Region, and the Region it says (its dual-stack name, with a FIPS variant).</summary>
internal sealed partial record RegionalAddress(string Address, string Region)
{
    private const int MaxLength = 255;

    /// <summary>Reads address, Region or both.</summary>
    /// <exception cref="DarkroomException">HypervisorAddressInvalidFormat, RegionInvalid, ConnectionAddressInvalid.</exception>
    public static RegionalAddress Read(string? address, string? region)
    {
        var ofAddress = string.IsNullOrEmpty(address) ? null : RegionIn(Input.Text(address, "hypervisorAddress", MaxLength));
        var given = string.IsNullOrEmpty(region) ? null : RegionName().IsMatch(Input.Text(region, "region", MaxLength))
            ? region
            : throw HostingErrors.RegionInvalid.With(Input.Excerpt(region)).On("region").AsException();
        return (ofAddress, given) switch
        {
            (null, null) => throw HostingErrors.AddressInvalid.With("there is neither an address nor a Region.").On("hypervisorAddress").AsException(),
            (null, { } only) => new($"https://workspaces-instances.{only}.api.aws", only),
            ({ } said, { } other) when said != other =>
                throw HostingErrors.AddressInvalid.With($"the address is of {said}, not of {other}.").On("region").AsException(),
            ({ } said, _) => new(address!, said),
        };
    }

    private static string RegionIn(string address) => Host().Match(address) is { Success: true } match
        ? match.Groups["region"].Value
        : throw HostingErrors.AddressInvalidFormat.With(Input.Excerpt(address)).On("hypervisorAddress").AsException();

    [GeneratedRegex(@"^https://workspaces-instances(-fips)?\.(?<region>[a-z]{2,5}(-[a-z]+){1,3}-[0-9]{1,2})\.api\.aws/?\z")]
    private static partial Regex Host();

    [GeneratedRegex(@"^[a-z]{2,5}(-[a-z]+){1,3}-[0-9]{1,2}\z")]
    private static partial Regex RegionName();
}
