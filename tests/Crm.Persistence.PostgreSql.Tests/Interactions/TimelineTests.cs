using Crm.Persistence.Specification.Interactions;

namespace Crm.Persistence.PostgreSql.Tests.Interactions;

public sealed class TimelineTests(PostgreSqlFixture fixture) : TimelineSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
