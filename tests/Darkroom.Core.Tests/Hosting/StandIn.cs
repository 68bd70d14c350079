using System.Reflection;

namespace Darkroom.Core.Tests.Hosting;

/// <summary>An implementation of a port whose members are one function; a member that it doesn't answer fails the test.</summary>
public class StandIn : DispatchProxy
{
    private Func<MethodInfo, object?[], object?> _answer = (_, _) => null;

    public static T Of<T>(Func<MethodInfo, object?[], object?> answer)
        where T : class
    {
        var proxy = Create<T, StandIn>();
        ((StandIn)(object)proxy)._answer = answer;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        _answer(targetMethod!, args ?? []) ?? throw new NotSupportedException($"Nothing stands in for {targetMethod!.Name}.");
}
