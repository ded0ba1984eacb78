using System.Diagnostics.CodeAnalysis;

namespace Crm.Domain.Access;

/// <summary>Holds the <see cref="CrmScope"/> of one dependency-injection scope.</summary>
/// <remarks>Scoped service; not thread safe.</remarks>
public sealed class CrmScopeAccessor
{
    private readonly IServiceProvider? _services;
    private readonly Func<IServiceProvider, CrmScope>? _source;
    private CrmScope? _current;

    /// <summary>A holder that must be set.</summary>
    public CrmScopeAccessor()
    {
    }

    internal CrmScopeAccessor(IServiceProvider services, Func<IServiceProvider, CrmScope> source)
    {
        _services = services;
        _source = source;
    }

    /// <summary>The scope; null until it is set, if the host registered no source for it.</summary>
    public CrmScope? Current => _current ??= _source?.Invoke(_services!);

    /// <summary>The scope.</summary>
    /// <exception cref="InvalidOperationException">No scope was set.</exception>
    [SuppressMessage("Design", "CA1065:Do not raise exceptions in unexpected locations", Justification = "A missing scope is the caller's bug.")]
    public CrmScope Required => Current
        ?? throw new InvalidOperationException(
            "No CrmScope says who acts. Call CrmScopeAccessor.Set in this dependency-injection scope, create the scope with ICrmScopeFactory, or register a source with AddCrm().UseScope(…).");

    /// <summary>Sets the scope, once.</summary>
    /// <param name="scope">The scope.</param>
    /// <exception cref="InvalidOperationException">Another scope was set before.</exception>
    public void Set(CrmScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (_current is not null && _current != scope)
        {
            throw new InvalidOperationException("The CrmScope of a dependency-injection scope is set once. Use ICrmScopeFactory for work under another one.");
        }

        _current = scope;
    }
}
