using Darkroom.Contracts.Images;
using Darkroom.Core.Errors;

namespace Darkroom.Core.Images.Guest;

/// <summary>What an image definition wants of its images.</summary>
public sealed record GuestExpectation(OsType OsType, SessionSupport SessionSupport);

/// <summary>Something on the image that somebody should know and that fails nothing; its type is one of the documented warning types of specs.</summary>
public sealed record GuestWarning(string Type, string Message);

/// <summary>What follows from a guest's report.</summary>
/// <param name="Warnings">What the steps left behind, whatever the verdict.</param>
public abstract record GuestVerdict(IReadOnlyList<GuestWarning> Warnings);

/// <summary>The report is complete and says what the definition wants.</summary>
public sealed record GuestVerified(IReadOnlyList<GuestWarning> Warnings) : GuestVerdict(Warnings);

/// <summary>The guest said something that rules the image out.</summary>
/// <param name="Findings">Everything that rules it out; never empty.</param>
public sealed record GuestRefuted(IReadOnlyList<Error> Findings, IReadOnlyList<GuestWarning> Warnings) : GuestVerdict(Warnings);

/// <summary>Nothing rules the image out, but the guest didn't say all that is needed.</summary>
/// <param name="Gap">What is missing, as the error to fail with unless the connection allows unverified guests.</param>
public sealed record GuestUnverified(Error Gap, IReadOnlyList<GuestWarning> Warnings) : GuestVerdict(Warnings);
