using Darkroom.Contracts.Hosting;
using Darkroom.Core.Clouds;
using Darkroom.Core.Time;
using Microsoft.Extensions.DependencyInjection;

namespace Darkroom.Aws.Tests;

/// <summary>The adapter as a server registers it, with accounts of our own.</summary>
internal static class Cloud
{
    public static ICloud Of(AwsOptions options, IAccounts? accounts = null) => new ServiceCollection()
        .AddSingleton(accounts ?? new UnlimitedAccounts())
        .AddSingleton(new Clock(TimeProvider.System))
        .AddDarkroomAws(options)
        .BuildServiceProvider()
        .GetRequiredService<ICloud>();

    public static CloudAccess Access(Uri endpoint, string account = "123456789012", string region = "us-east-1") => new(
        Guid.CreateVersion7(), "tests", account, region, endpoint, new CloudCredentials(CredentialKind.AccessKey, null, "AKIATESTS", "secret"));

    public static ResourceTags Tags(string reference = "ref-1") => new(Guid.CreateVersion7(), reference, Guid.CreateVersion7(), "Win10", 1);
}
