namespace Crm.Domain.Sales;

/// <summary>The words of a quote's document; <see cref="Primitives.CrmNames"/> has them in every shipped language, for templates of the host too.</summary>
public enum QuoteDocumentLabel
{
    /// <summary>What the document is.</summary>
    Quote,

    /// <summary>Whom it is for.</summary>
    PreparedFor,

    /// <summary>Number of the revision.</summary>
    Revision,

    /// <summary>The day on which the revision was made.</summary>
    Date,

    /// <summary>The last day on which it can be accepted.</summary>
    ValidThrough,

    /// <summary>Before the currency of all amounts.</summary>
    AllAmountsIn,

    /// <summary>Place of a line.</summary>
    Position,

    /// <summary>What is offered.</summary>
    Description,

    /// <summary>How much.</summary>
    Quantity,

    /// <summary>The price of one.</summary>
    UnitPrice,

    /// <summary>What is taken off.</summary>
    Discount,

    /// <summary>Tax, of a line or of all lines of one rate.</summary>
    Tax,

    /// <summary>The sum of a line after discount and before tax.</summary>
    Amount,

    /// <summary>The sum of all lines before tax.</summary>
    Subtotal,

    /// <summary>What is to be paid.</summary>
    Total,

    /// <summary>Conditions in words.</summary>
    Conditions,

    /// <summary>The link under which the customer accepts or declines.</summary>
    AnswerOnline,

    /// <summary>Said of a revision after which another was made.</summary>
    ReplacedByANewerRevision,
}
