namespace Crm.Domain.Sales;

/// <summary>
/// Puts quotes into the form of the business. The host registers its own before <c>AddCrm</c>: another template, or a PDF, perhaps printed
/// from what <see cref="HtmlQuoteRenderer"/> writes. Without one, <see cref="HtmlQuoteRenderer"/> renders.
/// </summary>
public interface IQuoteDocumentRenderer
{
    /// <summary>Renders a document.</summary>
    /// <param name="document">What it says.</param>
    /// <param name="cancellationToken">Cancels the rendering.</param>
    /// <returns>The file.</returns>
    Task<QuoteFile> RenderAsync(QuoteDocument document, CancellationToken cancellationToken);
}
