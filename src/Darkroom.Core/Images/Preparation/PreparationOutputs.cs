using Darkroom.Contracts.Images;
using Darkroom.Contracts.Problems;

namespace Darkroom.Core.Images.Preparation;

/// <summary>Output of CheckPrerequisites, be it passed or failed.</summary>
/// <param name="Warnings">Shown on the spec from then on.</param>
public sealed record CheckedPrerequisites(IReadOnlyList<ProblemItemDto> Warnings, IReadOnlyList<ImageCheckDto> Checks);

/// <summary>Output of StartPreparationInstance.</summary>
public sealed record StartedInstance(string InstanceId, string Reference, string Nonce);

/// <summary>Output of AwaitGuest.</summary>
/// <param name="Report">The guest's own lines.</param>
/// <param name="ConsoleTail">The end of the console, as evidence.</param>
public sealed record GuestConsole(string Report, string ConsoleTail);

/// <summary>Output of CaptureImage.</summary>
public sealed record CapturedImage(string ImageId, string Name, string Reference);

/// <summary>Output of AwaitImage.</summary>
public sealed record FinishedImage(IReadOnlyList<string> SnapshotIds, int DiskSizeGb);
