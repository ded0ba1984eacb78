using Crm.Domain.Primitives;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Persistence.EfCore.Background;

/// <summary>Saves what a front door did of what was due.</summary>
internal static class DueBatch
{
    /// <summary>Saves a batch, unless the front door refused it.</summary>
    /// <param name="services">The services of the scope in which it was done.</param>
    /// <param name="done">What was done.</param>
    /// <param name="count">How many pieces that are.</param>
    /// <param name="cancellationToken">Cancels the save.</param>
    /// <returns>How many pieces; or what the front door or the save refused.</returns>
    public static async Task<CrmResult<int>> SaveAsync<T>(this IServiceProvider services, CrmResult<T> done, Func<T, int> count, CancellationToken cancellationToken)
        where T : notnull
    {
        if (!done.TryGetValue(out var pieces))
        {
            return CrmResult<int>.Failed(done.Errors);
        }

        var saved = await services.GetRequiredService<ICrmUnitOfWork>().SaveAsync(cancellationToken).ConfigureAwait(false);
        return saved.Succeeded ? count(pieces) : CrmResult<int>.Failed(saved.Errors);
    }
}
