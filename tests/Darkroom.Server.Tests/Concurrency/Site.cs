using System.Diagnostics;
using Darkroom.Client;
using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Server.Tests.Concurrency.Model;

namespace Darkroom.Server.Tests.Concurrency;

/// <summary>One definition with hosting units of its own, what its administrators know of it, and the history of what they did.</summary>
internal sealed class Site
{
    private readonly Lock _gate = new();
    private readonly List<Call> _history = [];
    private readonly List<int> _versions = [];
    private readonly List<(Guid Uid, bool IsPrepared)> _specs = [];
    private readonly List<Guid> _operations = [];
    private readonly List<Guid> _unfinished = [];

    public string Definition { get; } = $"Golden {Guid.NewGuid():N}";

    public string NameOf(Unit unit) => $"{unit} of {Definition}";

    public IReadOnlyList<Call> History
    {
        get
        {
            lock (_gate)
            {
                return [.. _history];
            }
        }
    }

    public IReadOnlyList<Guid> Operations
    {
        get
        {
            lock (_gate)
            {
                return [.. _operations];
            }
        }
    }

    /// <summary>A definition that is bound to one connection, with hosting units there and elsewhere.</summary>
    public static async Task<Site> FoundAsync(DarkroomClient client, IReadOnlyDictionary<Unit, CreateHostingUnitRequest> places, string connection)
    {
        var site = new Site();
        await Task.WhenAll(places.Select(place => client.HostingUnits.CreateAsync(place.Value with { HostingUnitName = site.NameOf(place.Key) })));
        await client.ImageDefinitions.CreateAsync(
            new CreateImageDefinitionRequest { ImageDefinitionName = site.Definition, OsType = OsType.Windows, SessionSupport = SessionSupport.MultiSession });
        await client.ImageDefinitions.AddConnectionAsync(site.Definition, connection);
        return site;
    }

    /// <summary>What a wish comes to now; null where there is nothing yet that it could be about.</summary>
    public Command? Resolve(Wish wish)
    {
        lock (_gate)
        {
            var unit = (Unit)wish.Place;
            return wish.Kind switch
            {
                WishKind.CreateVersion => new CreateVersion(),
                WishKind.RemoveVersion => Newest(_versions, wish) is { } number ? new RemoveVersion(number, wish.Place > 0, wish.One, wish.Other) : null,
                WishKind.RemoveDefinition => new RemoveDefinition(),
                WishKind.ForgetDefinition => new ForgetDefinition(wish.One),
                WishKind.RemoveUnit => new RemoveUnit(unit),
                WishKind.AddMaster => Newest(_versions, wish) is { } number ? new AddMaster(number, wish.Which == 0 ? Unit.Own : unit, wish.One || wish.Other) : null,
                WishKind.Prepare => Newest(Specs(wish.Other), wish) is { } spec ? new Prepare(spec, wish.One) : null,
                WishKind.Share => Newest(Specs(true), wish) is { } spec ? new Share(spec, unit) : null,
                WishKind.Unshare => Newest(Specs(true), wish) is { } spec ? new Unshare(spec, unit) : null,
                WishKind.RemoveSpec => Newest(wish.Which == 0 ? Specs(true) : [.. _specs.Select(s => s.Uid)], wish) is { } spec ? new RemoveSpec(spec, wish.One, wish.Other) : null,
                WishKind.Retry => Newest(_unfinished.Count > 0 ? _unfinished : _operations, wish) is { } id ? new Retry(id) : null,
                WishKind.Discard => Newest(_operations, wish) is { } id ? new Discard(id) : null,
                WishKind.Cancel => Newest(_operations, wish) is { } id ? new Cancel(id) : null,
                WishKind.AwaitRest => Newest(_operations, wish) is { } id ? new AwaitRest(id) : null,
                _ => new Sweep(),
            };
        }
    }

    /// <summary>Keeps a call; from its answer on, everybody knows what it made.</summary>
    public void Keep(int administrator, Command command, Answer answer, long sent)
    {
        lock (_gate)
        {
            _history.Add(new Call(administrator, command, answer, sent, Stopwatch.GetTimestamp()));
            if (command is Cancel canceled && answer is Done)
            {
                _unfinished.Add(canceled.Operation);
            }

            switch (answer)
            {
                case Numbered numbered:
                    _versions.Add(numbered.Version);
                    break;
                case Added added:
                    _specs.Add((added.Spec, false));
                    break;
                case Rests { State: not OperationState.Succeeded }:
                    _unfinished.Add(((AwaitRest)command).Operation);
                    break;
                case Started started:
                    _operations.Add(started.Operation);
                    if (command is Prepare)
                    {
                        _specs.Add((started.Spec, true));
                    }

                    break;
            }
        }
    }

    private List<Guid> Specs(bool isPrepared) => [.. _specs.Where(s => s.IsPrepared == isPrepared).Select(s => s.Uid)];

    private static T? Newest<T>(List<T> known, Wish wish)
        where T : struct => known.Count == 0 ? null : known[^(Math.Min(wish.Which, known.Count - 1) + 1)];
}
