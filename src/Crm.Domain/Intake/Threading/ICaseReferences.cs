using Crm.Domain.Service;

namespace Crm.Domain.Intake;

/// <summary>How a case is named in messages. Register your own before <c>AddCrm</c> to name cases in another way.</summary>
public interface ICaseReferences
{
    /// <summary>The reference to put into the subject of what is sent to the customer.</summary>
    /// <param name="number">The case.</param>
    /// <returns>The reference, such as <c>[Case#C-000042]</c>.</returns>
    string Write(CaseNumber number);

    /// <summary>Finds references in a text. Whether there is such a case, somebody else says.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The numbers in order, each once.</returns>
    IReadOnlyList<CaseNumber> Find(string text);
}
