using CsCheck;
using Darkroom.Client.Http;
using Darkroom.Server.Composition;
using Darkroom.Testing;

namespace Darkroom.Server.Tests.Images;

/// <summary>What holds on either database when many act at once.</summary>
[Trait("Suite", "full")]
public sealed class NumberingTests
{
    private const int AtOnce = 12;

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Versions_made_at_once_get_distinct_consecutive_numbers(DatabaseKind database)
    {
        await using var server = await ImageServer.StartAsync(database);
        await server.Definitions.CreateAsync(ImageServer.New("Golden"), ct: Ct);

        var made = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => server.Versions.CreateAsync("Golden", ct: Ct)));

        made.Select(v => v.ImageVersionNumber).Order().Should().Equal(Enumerable.Range(1, AtOnce));
        (await server.Definitions.GetAsync("Golden", Ct)).Should().BeEquivalentTo(new { LatestVersion = AtOnce, VersionsCount = AtOnce });
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Of_definitions_of_one_name_made_at_once_exactly_one_is_made(DatabaseKind database)
    {
        await using var server = await ImageServer.StartAsync(database);

        var codes = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(n => CodeOf(server, n % 2 == 0 ? "Golden" : "gOLDEN")));

        codes.Where(c => c is null).Should().ContainSingle();
        codes.Where(c => c is not null).Should().AllBe("ImageDefinitionNameTaken");
        (await server.Definitions.ListAsync(ct: Ct)).Items.Should().ContainSingle();
    }

    [Fact]
    public async Task A_number_is_never_given_again_whatever_is_removed()
    {
        await using var server = await ImageServer.StartAsync(DatabaseKind.Sqlite);
        var names = 0;
        await Gen.Bool.Array[1, 20].SampleAsync(
            async creates =>
            {
                var name = $"Sequence {Interlocked.Increment(ref names)}";
                await server.Definitions.CreateAsync(ImageServer.New(name), ct: Ct);
                var there = new Stack<int>();
                var given = new List<int>();
                foreach (var create in creates)
                {
                    if (create || there.Count == 0)
                    {
                        given.Add((await server.Versions.CreateAsync(name, ct: Ct)).ImageVersionNumber);
                        there.Push(given[^1]);
                    }
                    else
                    {
                        await server.Versions.RemoveAsync(name, $"{there.Pop()}", ct: Ct);
                    }
                }

                given.Should().Equal(Enumerable.Range(1, given.Count));
                (await server.Versions.ListAsync(name, ct: Ct)).Items.Select(v => v.ImageVersionNumber).Should().Equal(there.Reverse());
                (await server.Definitions.GetAsync(name, Ct)).LatestVersion.Should().Be(given.Count);
            },
            iter: 20,
            threads: 2);
    }

    private static async Task<string?> CodeOf(ImageServer server, string name)
    {
        try
        {
            await server.Definitions.CreateAsync(ImageServer.New(name), ct: Ct);
            return null;
        }
        catch (DarkroomProblemException e)
        {
            return e.Code;
        }
    }
}
