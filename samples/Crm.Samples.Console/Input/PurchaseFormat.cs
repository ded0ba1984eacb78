namespace Crm.Samples.Console.Input;

/// <summary>How a purchase file is written.</summary>
internal enum PurchaseFormat
{
    Csv,
    Cdnow,
    Summary,
    Fimi,
    Basket,
}
