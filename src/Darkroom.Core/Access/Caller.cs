using Darkroom.Contracts.Access;

namespace Darkroom.Core.Access;

/// <summary>What a use case needs.</summary>
public enum Permission
{
    /// <summary>See everything but secrets.</summary>
    Read,

    /// <summary>Create, prepare, change and remove images; steer operations.</summary>
    ManageImages,

    /// <summary>Change connections and hosting units, run the sweep, make tokens.</summary>
    ManageHosting,
}

/// <summary>Who asks.</summary>
/// <param name="Name">Name of the principal, for the audit.</param>
/// <param name="Role">Its role.</param>
/// <param name="LoggingId">The high-level operation this call belongs to (cmdlet reference), or null.</param>
/// <param name="IdempotencyKey">Key under which a repeat of the same change is answered with the first reply, or null.</param>
public sealed record Caller(string Name, Role Role, Guid? LoggingId = null, string? IdempotencyKey = null)
{
    /// <summary>Darkroom itself: the sweep, recovery, the end of a hold time.</summary>
    public static readonly Caller System = new("darkroom", Role.Administrator);

    /// <summary>The least role that holds a permission.</summary>
    public static Role RoleFor(Permission permission) => permission switch
    {
        Permission.Read => Role.Reader,
        Permission.ManageImages => Role.Operator,
        _ => Role.Administrator,
    };
}
