using NodaTime;

namespace Crm.Domain.Automation;

/// <summary>Computes lead times in the database. Sees nothing of another tenant.</summary>
public interface ILeadTimeQueries
{
    /// <summary>The figures of one step.</summary>
    /// <param name="process">The process.</param>
    /// <param name="step">The step.</param>
    /// <param name="from">Beginnings from here on.</param>
    /// <param name="until">Beginnings before this.</param>
    /// <param name="asOf">What happened later is not known.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The figures.</returns>
    Task<LeadTimeRow> MeasureAsync(LeadTimeProcess process, LeadTimeStep step, Instant from, Instant until, Instant asOf, CancellationToken cancellationToken);
}
