using Darkroom.Core.Errors;

namespace Darkroom.Core.Tests.Images.Rules;

internal static class Refusal
{
    /// <summary>The one error that the rule raises; its texts must be filled in.</summary>
    public static Error Of(Action rule)
    {
        var error = rule.Should().Throw<DarkroomException>().Which.Errors.Should().ContainSingle().Subject;
        (error.Message + error.Remedy).Should().NotContainAny("{", "}");
        return error;
    }

    /// <summary>What the rule refuses; its texts must be filled in.</summary>
    public static Error Of(Error? refused)
    {
        refused.Should().NotBeNull();
        (refused!.Message + refused.Remedy).Should().NotContainAny("{", "}");
        return refused;
    }
}
