using Darkroom.Core.Access;

namespace Darkroom.Core.UseCases;

/// <summary>One thing a caller can ask for. It can't be written without saying which permission it needs.</summary>
public interface IUseCase
{
    static abstract Permission Permission { get; }
}
