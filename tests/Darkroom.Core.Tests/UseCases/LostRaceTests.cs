using Darkroom.Core.Access;
using Darkroom.Core.Errors;
using Darkroom.Core.Tests.Operations;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Tests.UseCases;

/// <summary>A change that loses to others is repeated; the caller learns of it only where that goes on and on.</summary>
public sealed class LostRaceTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    public async Task A_change_that_loses_many_times_in_a_row_is_made_in_the_end(int losses)
    {
        await using var harness = await OperationHarness.StartAsync();

        (await LoseAsync(harness, losses)).Should().Be(losses + 1);
    }

    [Fact]
    public async Task A_change_that_always_loses_is_refused_as_one_to_be_sent_again()
    {
        await using var harness = await OperationHarness.StartAsync();

        var refused = await FluentActions.Awaiting(() => LoseAsync(harness, int.MaxValue)).Should().ThrowAsync<DarkroomException>();

        refused.Which.Errors.Select(error => error.Code).Should().Equal("ConcurrentChange");
    }

    /// <summary>How many attempts it took.</summary>
    private static async Task<int> LoseAsync(OperationHarness harness, int losses)
    {
        var attempts = 0;
        return await harness.Get<UseCaseRunner>().ChangeAsync<AnyChange, int>(
            harness.Caller,
            new { losses },
            _ => ++attempts > losses ? Task.FromResult(attempts) : throw new DbUpdateConcurrencyException("Somebody else was first."),
            CancellationToken.None);
    }

    private sealed class AnyChange : IUseCase
    {
        public static Permission Permission => Permission.ManageImages;
    }
}
