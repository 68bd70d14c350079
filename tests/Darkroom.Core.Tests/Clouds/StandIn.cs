using System.Reflection;

namespace Darkroom.Core.Tests.Clouds;

/// <summary>An implementation of a port whose members return tasks, made of one function.</summary>
public class StandIn : DispatchProxy
{
    private static readonly MethodInfo Typed = typeof(StandIn).GetMethod(nameof(TypedAsync), BindingFlags.NonPublic | BindingFlags.Instance)!;

    private Func<MethodInfo, object?[], Task<object?>> _answer = null!;

    /// <param name="answer">Gives what a member's task is to come to.</param>
    public static T Of<T>(Func<MethodInfo, object?[], Task<object?>> answer)
        where T : class
    {
        var proxy = Create<T, StandIn>();
        ((StandIn)(object)proxy)._answer = answer;
        return proxy;
    }

    /// <summary>What a member of the real thing comes to.</summary>
    public static async Task<object?> AskAsync(object real, MethodInfo method, object?[] args)
    {
        var answer = (Task)method.Invoke(real, BindingFlags.DoNotWrapExceptions, null, args, null)!;
        await answer;
        return method.ReturnType.IsGenericType ? method.ReturnType.GetProperty(nameof(Task<>.Result))!.GetValue(answer) : null;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.ReturnType.IsGenericType
        ? Typed.MakeGenericMethod(targetMethod.ReturnType.GenericTypeArguments[0]).Invoke(this, [targetMethod, args])
        : _answer(targetMethod, args ?? []);

    private async Task<T> TypedAsync<T>(MethodInfo method, object?[]? args) => (T)(await _answer(method, args ?? []))!;
}
