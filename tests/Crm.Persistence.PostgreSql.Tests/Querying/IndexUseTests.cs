using Crm.Persistence.Specification.Querying;

namespace Crm.Persistence.PostgreSql.Tests.Querying;

public sealed class IndexUseTests(PostgreSqlFixture fixture) : IndexUseSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
