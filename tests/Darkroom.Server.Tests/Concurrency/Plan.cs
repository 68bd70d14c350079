using CsCheck;

namespace Darkroom.Server.Tests.Concurrency;

/// <summary>What is there when administrators begin to work side by side.</summary>
internal enum Scene { Version, Master, Preparing, Held, Prepared, Shared }

internal enum WishKind
{
    CreateVersion, RemoveVersion, RemoveDefinition, ForgetDefinition, RemoveUnit, AddMaster, Prepare, Share, Unshare, RemoveSpec, Retry, Discard, Cancel, AwaitRest, Sweep,
}

/// <summary>Something an administrator wants to do; with which thing is settled when it is done, since others work as well.</summary>
/// <param name="Which">Among those that are known by then; 0 is the newest.</param>
/// <param name="Place">Which hosting unit.</param>
/// <param name="One">A first choice: a sound master, shares that go as well, a failure that is held.</param>
/// <param name="Other">A second choice: of the database alone.</param>
/// <param name="Pause">Real milliseconds before it.</param>
internal sealed record Wish(WishKind Kind, int Which, int Place, bool One, bool Other, int Pause);

/// <summary>Where administrators begin, and what each of them wants to do.</summary>
internal sealed record Plan(Scene Scene, Wish[][] Administrators)
{
    public const int FewestAdministrators = 2;
    public const int MostAdministrators = 3;
    public const int WishesEach = 8;

    private static readonly Gen<WishKind> Kinds = Gen.Frequency(
        (4, Gen.Const(WishKind.CreateVersion)),
        (6, Gen.Const(WishKind.RemoveVersion)),
        (1, Gen.Const(WishKind.RemoveDefinition)),
        (1, Gen.Const(WishKind.ForgetDefinition)),
        (3, Gen.Const(WishKind.RemoveUnit)),
        (5, Gen.Const(WishKind.AddMaster)),
        (6, Gen.Const(WishKind.Prepare)),
        (16, Gen.Const(WishKind.Share)),
        (12, Gen.Const(WishKind.Unshare)),
        (12, Gen.Const(WishKind.RemoveSpec)),
        (10, Gen.Const(WishKind.Retry)),
        (4, Gen.Const(WishKind.Discard)),
        (12, Gen.Const(WishKind.Cancel)),
        (8, Gen.Const(WishKind.AwaitRest)),
        (1, Gen.Const(WishKind.Sweep)));

    // Mostly the newest, mostly at once: who works on the same thing at the same moment breaks rules soonest.
    private static readonly Gen<int> Newest = Gen.Frequency((6, Gen.Const(0)), (2, Gen.Const(1)), (1, Gen.Const(2)));
    private static readonly Gen<int> Pauses = Gen.Frequency((5, Gen.Const(0)), (3, Gen.Int[1, 10]), (1, Gen.Int[10, 120]));
    private static readonly Gen<int> Places = Gen.Frequency((1, Gen.Const(0)), (8, Gen.Const(1)), (4, Gen.Const(2)), (1, Gen.Int[3, 4]));

    public static readonly Gen<Plan> Any = Gen.Select(
        Gen.Frequency(
            (1, Gen.Const(Scene.Version)),
            (1, Gen.Const(Scene.Master)),
            (2, Gen.Const(Scene.Preparing)),
            (2, Gen.Const(Scene.Held)),
            (4, Gen.Const(Scene.Prepared)),
            (4, Gen.Const(Scene.Shared))),
        Gen.Select(Kinds, Newest, Places, Gen.Bool, Gen.Frequency((4, Gen.Const(false)), (1, Gen.Const(true))), Pauses)
            .Select((kind, which, place, one, other, pause) => new Wish(kind, which, place, one, other, pause))
            .Array[WishesEach].Array[FewestAdministrators, MostAdministrators])
        .Select((scene, administrators) => new Plan(scene, administrators));

    public override string ToString() => $"{Scene}:\n" + string.Join('\n', Administrators.Select((wishes, i) => $"  {i}: {string.Join("; ", wishes.Select(w => w.ToString()))}"));
}
