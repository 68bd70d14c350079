using System.Net;
using System.Net.Sockets;
using Darkroom.Simulator.State;

namespace Darkroom.Simulator.Ec2.Networks;

/// <summary>A subnet in one zone. AWS keeps five of its addresses for itself: the first four and the last.</summary>
internal sealed class Subnet(string id, DateTimeOffset createdAt, Vpc vpc, ZoneInfo zone, IPNetwork cidr) : Resource(id, createdAt)
{
    private const int KeptAtStart = 4;
    private const int KeptInAll = 5;
    private readonly HashSet<uint> taken = [];

    public override string Kind => "subnet";

    public override string Status => "available";

    public Vpc Vpc { get; } = vpc;

    public ZoneInfo Zone { get; } = zone;

    public IPNetwork Cidr { get; } = cidr;

    public bool DefaultForZone { get; init; }

    public int AvailableAddresses => Size - KeptInAll - taken.Count;

    private int Size => 1 << (32 - Cidr.PrefixLength);

    private uint First => ToNumber(Cidr.BaseAddress);

    /// <summary>Takes the lowest free address; there must be one.</summary>
    public IPAddress TakeAddress()
    {
        var address = First + KeptAtStart;
        while (taken.Contains(address))
            address++;
        taken.Add(address);
        return ToAddress(address);
    }

    /// <summary>Takes an address that <see cref="IsFree"/>.</summary>
    public IPAddress Take(IPAddress address)
    {
        taken.Add(ToNumber(address));
        return address;
    }

    /// <summary>Whether an address is the subnet's to give and nobody has it.</summary>
    public bool IsFree(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetwork && Cidr.Contains(address) && ToNumber(address) >= First + KeptAtStart
        && ToNumber(address) < First + Size - 1 && !taken.Contains(ToNumber(address));

    public void GiveBack(IPAddress address) => taken.Remove(ToNumber(address));

    private static uint ToNumber(IPAddress address) => System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes());

    private static IPAddress ToAddress(uint number)
    {
        var bytes = new byte[sizeof(uint)];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return new IPAddress(bytes);
    }
}
