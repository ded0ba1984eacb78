using Crm.Persistence.Specification.Marketing;

namespace Crm.Persistence.PostgreSql.Tests.Marketing;

public sealed class SignUpTests(PostgreSqlFixture fixture) : SignUpSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
