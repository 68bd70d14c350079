using Darkroom.Core.Access;
using Darkroom.Core.UseCases;
using Darkroom.Studio.SignIn;
using Microsoft.AspNetCore.Components.Authorization;

namespace Darkroom.Studio.Frame;

/// <summary>Who looks at the page.</summary>
public sealed class Visitor(AuthenticationStateProvider states, ISessions sessions)
{
    /// <summary>As it was when last asked; null before the first time.</summary>
    public Caller? Known { get; private set; }

    /// <summary>Asks again whether the session stands; every request to a use case begins here.</summary>
    /// <exception cref="SignedOutException">It doesn't.</exception>
    public async Task<Caller> CallerAsync(CancellationToken ct)
    {
        var user = (await states.GetAuthenticationStateAsync()).User;
        Known = await sessions.CallerOfAsync(user, ct);
        return Known ?? throw new SignedOutException();
    }

    /// <summary>Whether a page should offer what a use case does. The use case itself decides.</summary>
    public bool May<TUseCase>()
        where TUseCase : IUseCase => Known?.Role >= Caller.RoleFor(TUseCase.Permission);
}
