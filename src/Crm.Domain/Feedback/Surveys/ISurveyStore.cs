using Crm.Domain.Service;

namespace Crm.Domain.Feedback;

/// <summary>Loads surveys to change them, or to ask by them. Finds nothing of another tenant. Never saves.</summary>
public interface ISurveyStore
{
    /// <summary>Loads a survey with its versions.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked survey, or null.</returns>
    Task<Survey?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Loads a survey with its versions.</summary>
    /// <param name="id">The survey.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked survey, or null.</returns>
    Task<Survey?> FindAsync(SurveyId id, CancellationToken cancellationToken);

    /// <summary>Lists all surveys by their keys.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The surveys without their versions.</returns>
    Task<IReadOnlyList<SurveySummary>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Finds the published surveys that ask customers whose case stands somewhere.</summary>
    /// <param name="status">The status of the case.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Their keys.</returns>
    Task<IReadOnlyList<string>> AskingOnAsync(CaseStatus status, CancellationToken cancellationToken);

    /// <summary>Adds a new survey, to be written by the next save.</summary>
    /// <param name="survey">The survey.</param>
    void Add(Survey survey);
}
