using Crm.Persistence.Specification.Marketing;

namespace Crm.Persistence.PostgreSql.Tests.Marketing;

public sealed class RetentionTests(PostgreSqlFixture fixture) : RetentionSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
