using Darkroom.Core.Storage;

namespace Darkroom.Core.Hosting;

/// <summary>
/// The registration of a hypervisor connection with the broker. Scripts remove the connection first and its registration after, by name: so it
/// leans on no connection's row, and carries the connection's name itself.
/// </summary>
public sealed class BrokerConnection : INamed
{
    /// <summary>Given by the database, never twice.</summary>
    public int Uid { get; init; }

    /// <summary>The connection's name; follows it as long as the connection is there.</summary>
    public required string Name { get; set; }
    public string NameKey { get; set; } = "";
    public required Guid ConnectionUid { get; init; }
    public required Guid ZoneUid { get; init; }
    public string? PreferredController { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
}
