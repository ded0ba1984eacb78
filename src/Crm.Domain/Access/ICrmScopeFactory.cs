using Microsoft.Extensions.DependencyInjection;

namespace Crm.Domain.Access;

/// <summary>Makes dependency-injection scopes for jobs that act under a scope of their own.</summary>
public interface ICrmScopeFactory
{
    /// <summary>Creates a dependency-injection scope whose <see cref="CrmScopeAccessor"/> is set.</summary>
    /// <param name="scope">For whom, by whom and why.</param>
    /// <returns>The scope; dispose it when the job is done.</returns>
    AsyncServiceScope Create(CrmScope scope);
}
