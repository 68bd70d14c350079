using Darkroom.Contracts.Access;
using Darkroom.Server.OpenApi;

namespace Darkroom.Server.Api.Access;

internal sealed class AccessExamples : IExamples
{
    public IEnumerable<object> Make()
    {
        var token = new AccessTokenDto
        {
            Uid = new Guid("01993b52-71c4-7a3e-9a53-6f0f7d2b9d11"),
            Name = "image pipeline",
            Role = Role.Operator,
            CreatedAt = new DateTimeOffset(2026, 11, 3, 9, 30, 0, TimeSpan.Zero),
        };
        yield return token;
        yield return new SignInLinkDto { Path = "/sign-in/NnV0IGEgcmVhbCBjb2RlLCBqdXN0IGFuIGV4YW1wbGU", ExpiresAt = new DateTimeOffset(2026, 11, 3, 9, 40, 0, TimeSpan.Zero) };
        yield return new CreateAccessTokenRequest { Name = "image pipeline", Role = Role.Operator };
        yield return new CreatedAccessTokenDto { AccessToken = token, Token = "dr_NnV0IGEgcmVhbCB0b2tlbiwganVzdCBhbiBleGFtcGxl" };
    }
}
