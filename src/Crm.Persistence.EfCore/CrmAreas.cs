namespace Crm.Persistence.EfCore;

/// <summary>Areas whose tables can be mapped. Customers and interactions always are.</summary>
[Flags]
public enum CrmAreas
{
    /// <summary>Customers and interactions only.</summary>
    None = 0,

    /// <summary>Service cases.</summary>
    Service = 1,

    /// <summary>Knowledge items.</summary>
    Knowledge = 2,

    /// <summary>Orders, purchase facts and the default product catalogue.</summary>
    Orders = 4,

    /// <summary>What purchases say of customers, and the refreshes behind it. A refresh reads the facts of <see cref="Orders"/>.</summary>
    Insights = 8,

    /// <summary>Pipelines, opportunities, leads and quotes. An accepted quote becomes one of the <see cref="Orders"/>.</summary>
    Sales = 16,

    /// <summary>Segments with their members.</summary>
    Marketing = 32,

    /// <summary>Rules of automation with their log, and webhooks.</summary>
    Automation = 64,

    /// <summary>Surveys with their invitations, answers and scores. Questions about cases need <see cref="Service"/>.</summary>
    Feedback = 128,

    /// <summary>Accounts of the portal, and changes that customers ask for there.</summary>
    SelfService = 256,

    /// <summary>Every area.</summary>
    All = Service | Knowledge | Orders | Insights | Sales | Marketing | Automation | Feedback | SelfService,
}
