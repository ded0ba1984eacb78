using Crm.Persistence.Specification.Interactions;

namespace Crm.Persistence.PostgreSql.Tests.Interactions;

public sealed class CalendarTests(PostgreSqlFixture fixture) : CalendarSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
