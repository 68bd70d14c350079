using Darkroom.Simulator.Http;
using Darkroom.Simulator.State;

namespace Darkroom.Simulator.Ec2.LaunchTemplates;

/// <summary>A launch template: versions that never change, numbered from 1.</summary>
internal sealed class LaunchTemplate(string id, DateTimeOffset createdAt, string name, string createdBy) : Resource(id, createdAt)
{
    public override string Kind => "launch-template";

    public override string Status => "available";

    public string Name { get; } = name;

    public string CreatedBy { get; } = createdBy;

    public List<LaunchTemplateVersion> Versions { get; } = [];

    public int DefaultVersion { get; set; } = 1;

    public LaunchTemplateVersion Add(QueryNode data, string? description, DateTimeOffset at)
    {
        var version = new LaunchTemplateVersion(Versions.Count + 1, data, description, at);
        Versions.Add(version);
        return version;
    }

    /// <summary>A version by what callers write: a number, <c>$Default</c> or <c>$Latest</c>.</summary>
    /// <exception cref="AwsException">InvalidLaunchTemplateId.VersionNotFound.</exception>
    public LaunchTemplateVersion Version(string text)
    {
        var number = text switch
        {
            "$Default" => DefaultVersion,
            "$Latest" => Versions.Count,
            _ when int.TryParse(text, out var given) => given,
            _ => throw new AwsException("InvalidLaunchTemplateId.VersionNotFound", $"Could not find launch template version '{text}'"),
        };
        return Versions.Find(version => version.Number == number) ?? throw new AwsException("InvalidLaunchTemplateId.VersionNotFound",
            $"Could not find launch template version {number} of launch template ID '{Id}'.");
    }
}

/// <summary>One version of a launch template.</summary>
internal sealed record LaunchTemplateVersion(int Number, QueryNode Data, string? Description, DateTimeOffset CreatedAt);
