namespace Crm.Domain.Interactions;

/// <summary>
/// Gives templates names and what they stand for in one message. Hosts register their own; a source reads through front doors, and so gives
/// no more than the actor may read.
/// </summary>
public interface IMessageValueSource
{
    /// <summary>The names.</summary>
    TemplateVocabulary Vocabulary { get; }

    /// <summary>Sets the values for one message; a name without a value is empty.</summary>
    /// <param name="question">Which message.</param>
    /// <param name="values">The values so far.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>When they are set.</returns>
    Task FillAsync(MessageValueQuestion question, TemplateValues values, CancellationToken cancellationToken);
}
