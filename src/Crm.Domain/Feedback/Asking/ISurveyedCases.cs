using Crm.Domain.Service;

namespace Crm.Domain.Feedback;

/// <summary>Reads the cases about which customers are asked. Finds nothing of another tenant.</summary>
public interface ISurveyedCases
{
    /// <summary>Whether both surveys and cases are in use.</summary>
    bool IsAvailable { get; }

    /// <summary>Reads a case.</summary>
    /// <param name="id">The case.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The case, or null.</returns>
    Task<SurveyedCase?> FindAsync(ServiceCaseId id, CancellationToken cancellationToken);
}
