using Crm.Persistence.Specification.Marketing;

namespace Crm.Persistence.PostgreSql.Tests.Marketing;

public sealed class SuppressionTests(PostgreSqlFixture fixture) : SuppressionSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
