using System.Text;
using Darkroom.Simulator.Ec2.Images;
using Darkroom.Simulator.Ec2.InstanceTypes;
using Darkroom.Simulator.Ec2.Networks;
using Darkroom.Simulator.Ec2.SecurityGroups;
using Darkroom.Simulator.Ec2.Volumes;
using Darkroom.Simulator.Guests;
using Darkroom.Simulator.Http;
using Darkroom.Simulator.State;

namespace Darkroom.Simulator.Ec2.Instances;

/// <summary>An instance. Its states take time: each change plans the next on the Region's schedule.</summary>
internal sealed class Instance(string id, DateTimeOffset createdAt, RegionState region, Image image, InstanceTypeInfo type, Subnet subnet)
    : Resource(id, createdAt)
{
    public override string Kind => "instance";

    public override string Status => State.Name;

    public RegionState Region { get; } = region;

    /// <summary>The image as it was at the launch; it may be gone by now.</summary>
    public Image Image { get; } = image;

    public InstanceTypeInfo Type { get; } = type;

    public Subnet Subnet { get; } = subnet;

    /// <summary>The request it was launched with, launch template merged in.</summary>
    public required QueryNode Request { get; init; }

    public required string ReservationId { get; init; }

    public int LaunchIndex { get; init; }

    public List<NetworkInterface> NetworkInterfaces { get; } = [];

    public List<Volume> Volumes { get; } = [];

    public SerialConsole Console { get; } = new();

    public InstanceState State { get; private set; } = InstanceState.Pending;

    public (string Code, string Message)? StateReason { get; private set; }

    public string TransitionReason { get; private set; } = "";

    public DateTimeOffset LaunchedAt { get; private set; } = createdAt;

    /// <summary>When it last changed its state.</summary>
    public DateTimeOffset ChangedAt { get; private set; } = createdAt;

    /// <summary>How often it was powered on.</summary>
    public int Starts { get; private set; }

    /// <summary>The nonce that a finished preparation script left on its disk, so that a later start doesn't run it again.</summary>
    public string? PreparedWith { get; set; }

    public IReadOnlyList<SecurityGroup> Groups => NetworkInterfaces.Count > 0 ? NetworkInterfaces[0].Groups : [];

    public bool IsSpot => LaunchPlan.AsksForSpot(Request);

    public string? UserDataText => Request.Text("UserData") is { } encoded ? Encoding.UTF8.GetString(Convert.FromBase64String(encoded)) : null;

    /// <summary>Powers it on; it is running after a while.</summary>
    public void PowerOn(DateTimeOffset at, double pendingSeconds)
    {
        Become(InstanceState.Pending, at);
        LaunchedAt = at;
        StateReason = null;
        TransitionReason = "";
        Starts++;
        After(at, pendingSeconds, InstanceState.Pending, then =>
        {
            Become(InstanceState.Running, then);
            if (Image.Guest is { } guest)
                new GuestRun(this, guest).PowerOn(then);
        });
    }

    /// <summary>Its volumes don't come to be: it stays pending for a while, then it is terminated and says why.</summary>
    public void FailForLackOfStorage(DateTimeOffset at)
    {
        Become(InstanceState.Pending, at);
        After(at, Region.Timings.PendingSeconds, InstanceState.Pending, then =>
        {
            StateReason = ("Client.VolumeLimitExceeded", "Client.VolumeLimitExceeded: Volume limit exceeded");
            Region.Simulation.Capacity.GiveBack(Subnet.Zone.Name, Type.Name);
            EndAsTerminated(then);
        });
    }

    /// <summary>The guest shut down: it stops, or it is terminated if it was launched that way.</summary>
    public void ShutDownFromInside(DateTimeOffset at)
    {
        StateReason = ("Client.InstanceInitiatedShutdown", "Client.InstanceInitiatedShutdown: Instance initiated shutdown");
        if (Request.Text("InstanceInitiatedShutdownBehavior") == "terminate")
            BeginTermination(at);
        else
            BeginStop(at);
    }

    public void StopByUser(DateTimeOffset at)
    {
        StateReason = ("Client.UserInitiatedShutdown", "Client.UserInitiatedShutdown: User initiated shutdown");
        TransitionReason = $"User initiated ({at.UtcDateTime:yyyy-MM-dd HH:mm:ss} GMT)";
        BeginStop(at);
    }

    public void TerminateByUser(DateTimeOffset at)
    {
        StateReason = ("Client.UserInitiatedShutdown", "Client.UserInitiatedShutdown: User initiated shutdown");
        TransitionReason = $"User initiated ({at.UtcDateTime:yyyy-MM-dd HH:mm:ss} GMT)";
        BeginTermination(at);
    }

    private void BeginStop(DateTimeOffset at)
    {
        Become(InstanceState.Stopping, at);
        After(at, Region.Timings.StoppingSeconds, InstanceState.Stopping, then =>
        {
            Become(InstanceState.Stopped, then);
            Region.Simulation.Capacity.GiveBack(Subnet.Zone.Name, Type.Name);
        });
    }

    private void BeginTermination(DateTimeOffset at)
    {
        if (State != InstanceState.Stopped)
            Region.Simulation.Capacity.GiveBack(Subnet.Zone.Name, Type.Name);
        Become(InstanceState.ShuttingDown, at);
        After(at, Region.Timings.ShuttingDownSeconds, InstanceState.ShuttingDown, EndAsTerminated);
    }

    private void EndAsTerminated(DateTimeOffset at)
    {
        Become(InstanceState.Terminated, at);
        ReleaseBelongings();
        Region.After(at, Region.Timings.TerminatedListedSeconds, _ => Region.Resources.Remove(this));
    }

    private void ReleaseBelongings()
    {
        foreach (var nic in NetworkInterfaces)
        {
            nic.InstanceId = null;
            if (nic.DeleteOnTermination)
                nic.Delete(Region.Resources);
        }
        foreach (var volume in Volumes)
        {
            volume.InstanceId = null;
            if (volume.DeleteOnTermination)
                Region.Resources.Remove(volume);
        }
        NetworkInterfaces.Clear();
        Volumes.Clear();
    }

    private void Become(InstanceState state, DateTimeOffset at)
    {
        State = state;
        ChangedAt = at;
    }

    private void After(DateTimeOffset at, double seconds, InstanceState still, Action<DateTimeOffset> happens) => Region.After(at, seconds, then =>
    {
        if (State == still && ChangedAt == at)
            happens(then);
    });
}
